import type english from '../en/exports.ts'
import type { Translated } from '../words.ts'

export default {
  'exports.amount': '{whole},{fraction}',
  'exports.balance': 'Kontostand',
  'exports.bill': 'Ausgabe',
  'exports.calendar':
    'Was sich wiederholt, steht hier ohne Ende{dates, select, none {} other {; Termine, die keine Kalenderregel sagen kann, bis {dates}}}' +
    '{cards, select, none {} other {; Kartenabrechnungen bis {cards}}}.',
  'exports.card_payment': 'Kartenabrechnung',
  'exports.csv.column':
    '{column, select, date {Datum} kind {Was} name {Name} category {Kategorie} repeats {Rhythmus} predicted {Erkannt} ' +
    'money_in {Eingang} money_out {Ausgang} into_pot {In einen Topf} from_pot {Aus einem Topf} available_at_end_of_day ' +
    '{Verfügbar am Ende des Tages} in_pots_at_end_of_day {In Töpfen am Ende des Tages} other {Währung}}',
  'exports.csv.decimal': ',',
  'exports.csv.ends': '{name} am Ende des Tages',
  'exports.csv.kind':
    '{kind, select, balance {Kontostand} opening_pot {Schon im Topf} set_aside {Zurückgelegt} income {Einnahme} bill ' +
    '{Ausgabe} from_pot {Aus dem Topf} released {Zurück vom Topf} held {Für eine Karte} transfer {Umbuchung} card_payment ' +
    '{Kartenzahlung} moved {Auf ein Konto} interest {Zinsen} other {ja}}',
  'exports.event': '{name} {amount} {currency}',
  'exports.file': 'Plan',
  'exports.held': 'Für eine Karte bereit: {pot}',
  'exports.income': 'Einnahme',
  'exports.journal': '{name}: Vorausschau vom {from} bis zum Tag vor dem {until}, von pyNance Planning',
  'exports.released': 'Zurück aus dem Topf: {pot}',
  'exports.set_aside': 'Zurückgelegt: {pot}',
  'exports.set_aside_before': 'Vorher zurückgelegt: {pot}',
  'exports.transfer': 'Umbuchung',
} satisfies Translated<typeof english>
