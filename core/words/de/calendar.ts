import type english from '../en/calendar.ts'
import type { Translated } from '../words.ts'

export default {
  'calendar.add': 'Eintrag hinzufügen',
  'calendar.add_on': 'Am {date} hinzufügen',
  'calendar.aside': '{way, select, into {Zurückgelegt} other {Aus Zurückgelegtem}}',
  'calendar.balance_begins': 'Der Kontostand dieses Plans beginnt am {date}.',
  'calendar.begins': 'Zu Beginn des Tages',
  'calendar.begins_later':
    'Dieser Plan beginnt am {day}. Was vorher kam und bezahlt wurde, steckt in seinem Kontostand und steht hier, soweit es vermerkt ist.',
  'calendar.begins_within': 'Was vorher kam und bezahlt wurde, steckt im Kontostand dieses Tages und steht hier, soweit es vermerkt ist.',
  'calendar.bring_back': 'Zurückholen',
  'calendar.bring_back_of': '{name} zurückholen',
  'calendar.chip.fate':
    '{state, select, settled {{collection, select, incomes {eingegangen} transfers {umgebucht} accounts {Kartenabrechnung, bezahlt} ' +
    'other {bezahlt}}} other {{collection, select, incomes {geht ein} transfers {umzubuchen} accounts {Kartenabrechnung} ' +
    'other {zu zahlen}}}}{state, select, past {, bevor dieser Plan beginnt} other {}}',
  'calendar.chip.fate_overdue': '{fate}, {overdue}',
  'calendar.chip.hint': '{name}, {amount} {fate}',
  'calendar.chip.label': '{name} {brief}: {amount} {fate}',
  'calendar.chosen': 'Der gewählte Tag',
  'calendar.day': '{date}{payments, plural, =0 {} one {, # Zahlung} other {, # Zahlungen}}',
  'calendar.day.ends': '{day}, endet mit {amount}{level, select, fine {} other {, {how}}}',
  'calendar.done.amount': '„{name}“ am {date} hat jetzt einen eigenen Betrag.',
  'calendar.done.amount_from': '„{name}“ hat ab {date} einen anderen Betrag.',
  'calendar.done.moved': '„{name}“ ist jetzt am {date}; alle späteren Termine rücken mit.',
  'calendar.drag.how': 'Mit der Leertaste verschiebst du diese Zahlung auf einen anderen Tag, die Eingabetaste zeigt mehr.',
  'calendar.drag.keys':
    'Eine Zahlung lässt sich auf einen anderen Tag ziehen. Mit Tasten: Die Leertaste nimmt sie auf, Pfeiltasten verschieben sie, ' +
    'die Leertaste legt sie ab; die Eingabetaste zeigt mehr.',
  'calendar.drag.lifted':
    '„{name}“ ist aufgenommen. Pfeiltasten verschieben es von Tag zu Tag, die Leertaste legt es ab, Escape legt es zurück.',
  'calendar.drag.put_down': '„{name}“ ist am {date} abgelegt.',
  'calendar.drag.stays': '„{name}“ bleibt, wo es war.',
  'calendar.ends': 'Am Ende des Tages',
  'calendar.everyday': 'Alltag',
  'calendar.everyday.left': 'noch {amount}',
  'calendar.everyday.spent': '{amount} ausgegeben',
  'calendar.keys': 'Von Tag zu Tag: Pfeiltasten; in einen anderen Monat: Bild auf und Bild ab; zu dem, was an dem Tag ist: Eingabetaste.',
  'calendar.month_after': 'Nächster Monat',
  'calendar.month_before': 'Voriger Monat',
  'calendar.more': 'und {more} weitere',
  'calendar.move': '„{name}“ auf {date} verschieben',
  'calendar.move.later': 'Diesen und alle späteren',
  'calendar.move.lead': 'Das wiederholt sich. Dieser Termin war für {date} geplant.',
  'calendar.move.leave': 'Nicht verschieben',
  'calendar.move.this': 'Nur diesen Termin',
  'calendar.nothing': 'An diesem Tag ist nichts geplant.',
  'calendar.overdue': '{overdue, select, late {Überfällig: noch nicht gebucht.} other {Ausgeblieben: nicht gebucht.}}',
  'calendar.overdue.short': '{overdue, select, late {überfällig} other {ausgeblieben}}',
  'calendar.payment': '{date}{state, select, past {. Das ist vor dem Beginn dieses Plans und zählt darum nicht.} other {}}',
  'calendar.payment.all': 'Alle Termine',
  'calendar.payment.amount': 'Betrag',
  'calendar.payment.day': 'Tag',
  'calendar.payment.later': 'diesen Termin und alle späteren',
  'calendar.payment.moved':
    '{date}, nach der Regel am {place}{state, select, past {. Das ist vor dem Beginn dieses Plans und zählt darum nicht.} other {}}',
  'calendar.payment.open': 'Ist offen',
  'calendar.payment.paid': '{collection, select, incomes {Ist eingegangen} transfers {Ist ausgeführt} other {Ist bezahlt}}',
  'calendar.payment.scope': 'Ein anderer Tag oder Betrag gilt für',
  'calendar.payment.skip': 'Auslassen',
  'calendar.payment.this': 'nur diesen Termin',
  'calendar.payment.spread': 'Das geht Tag für Tag weg, von {date} bis {last}.',
  'calendar.planned': 'geplant{differs, select, day {} other { {amount}}}{differs, select, amount {} other { am {day}}}',
  'calendar.predicted': 'erkannt',
  'calendar.skipped': 'ausgelassen',
  'calendar.sums':
    '{from, select, first {} other {Ab dem {from}: }}{comes} kommen{on, select, several { auf dem Hauptkonto} other {}} ' +
    'herein und {goes} ' +
    'gehen hinaus{moves, select, out {, {moved} gehen auf andere Konten} in {, {moved} kommen von ' +
    'anderen Konten} other {}}{pots, select, fill {, {aside} mehr werden zurückgelegt als entnommen} empty {, ' +
    '{aside} mehr werden Zurückgelegtem entnommen als zurückgelegt} other {}}. Der ' +
    'tiefste Stand ist {lowest} am {date}{level, select, fine {} ' +
    'other {, {how}}}{hasPots, select, yes {: {inPots}} other {}}.',
  'calendar.today': 'Heute',
  'calendar.whole': 'Die Stände hier sind ohne Cent, abgerundet. Der gewählte Tag hat den genauen.',
} satisfies Translated<typeof english>
