print('before')
import surely_not_installed_module
