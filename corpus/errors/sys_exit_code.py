import sys
def leave(n):
    try:
        sys.exit(n)
    finally:
        print('finally', n)
print('before')
leave(7)
