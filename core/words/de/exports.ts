import type english from '../en/exports.ts'
import type { Translated } from '../words.ts'

export default {
  'exports.amount': '{whole},{fraction}',
  'exports.balance': 'Kontostand',
  'exports.bill': 'Rechnung',
  'exports.event': '{name} {amount} {currency}',
  'exports.file': 'Plan',
  'exports.held': 'Für eine Karte bereit: {pot}',
  'exports.income': 'Einkommen',
  'exports.journal': '{name}: die Vorausschau vom {from} bis vor den {until}, von pyNance Planning',
  'exports.released': 'Zurück aus dem Topf: {pot}',
  'exports.set_aside': 'Zurückgelegt: {pot}',
  'exports.set_aside_before': 'Vorher zurückgelegt: {pot}',
} satisfies Translated<typeof english>
