/** In German, on the narrowest phone. */
import { a11ySuite } from './a11y.suite.ts'

a11ySuite({ locale: 'de-DE', viewport: { width: 320, height: 700 }, isMobile: true, hasTouch: true })
