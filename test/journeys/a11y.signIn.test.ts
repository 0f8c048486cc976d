import { signInScreens } from './a11y.signIn.suite.ts'

/** The narrowest phone with the longest words; `npm run test:slow` looks at the others. */
signInScreens({ locale: 'de-DE', viewport: { width: 320, height: 844 }, isMobile: true, hasTouch: true })
