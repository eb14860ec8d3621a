print('fine')
completely_unknown_thing(1)
