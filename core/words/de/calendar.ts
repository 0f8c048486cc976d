import type english from '../en/calendar.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
