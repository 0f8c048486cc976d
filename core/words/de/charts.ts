import type english from '../en/charts.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
