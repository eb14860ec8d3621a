import sys
print('one')
sys.stdout.write('no newline')
sys.stderr.write('warning\n')
print('', 5, end=' ')
raise ValueError('with\nseveral\nlines')
