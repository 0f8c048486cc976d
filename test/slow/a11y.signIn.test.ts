/** The screens of signing in, in a wide window and on a phone. */
import { describe } from 'vitest'
import { signInScreens } from '../journeys/a11y.signIn.suite.ts'

describe('in a wide window', () => signInScreens({}))
describe('on a phone', () => signInScreens({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }))
