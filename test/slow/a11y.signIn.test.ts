/** The screens of signing in: in a wide window, on a phone, and with the longest words on the narrowest one. */
import { describe } from 'vitest'
import { signInScreens } from '../journeys/a11y.signIn.suite.ts'

const phone = { isMobile: true, hasTouch: true }

describe('in a wide window', () => signInScreens({}))
describe('on a phone', () => signInScreens({ viewport: { width: 390, height: 844 }, ...phone }))
describe('in German, on the narrowest phone', () => signInScreens({ locale: 'de-DE', viewport: { width: 320, height: 844 }, ...phone }))
