/** In German, on the narrowest phone. */
import { a11ySuite } from './a11y.suite.ts'

a11ySuite({ locale: 'de-DE', viewport: { width: 320, height: 844 }, isMobile: true, hasTouch: true })
