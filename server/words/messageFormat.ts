/** The compiler of ICU messages. Its types describe a module with a default, while Node gives the class itself. */
import given from '@messageformat/core'

export const MessageFormat = given as unknown as typeof given.default
