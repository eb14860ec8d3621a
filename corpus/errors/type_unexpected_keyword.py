def draw(shape, color='red'): return shape
draw('circle', colour='blue')
