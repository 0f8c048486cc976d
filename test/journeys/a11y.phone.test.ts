import { a11ySuite } from './a11y.suite.ts'

a11ySuite({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
