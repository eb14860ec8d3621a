def area():
    width, height = 2, 3
    return width * heigth
area()
