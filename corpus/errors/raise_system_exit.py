print('out')
raise SystemExit(300 - 256)
