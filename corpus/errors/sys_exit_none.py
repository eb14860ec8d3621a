import sys
print('leaves with 0')
sys.exit()
print('never')
