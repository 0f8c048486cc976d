import { a11ySuite } from './a11y.suite.ts'

a11ySuite({ viewport: { width: 1280, height: 900 } })
