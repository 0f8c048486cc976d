import type english from '../en/compare.ts'
import type { Translated } from '../words.ts'

export default {
  'compare.add_plan': 'Plan hinzufügen',
  'compare.alone.only':
    'Hier stehen zwei Pläne nebeneinander: ihre Kontostände, ihre Zahlen und was sich unterscheidet. „{name}“ ist bisher der ' +
    'einzige. Probier in einer Kopie etwas aus, etwa eine andere Wohnung oder einen neuen Job; hier ändert sich dabei nichts.',
  'compare.alone.others':
    'Füge einen Plan hinzu, dann stehen beide nebeneinander: ihre Kontostände, ihre Zahlen und was sich unterscheidet. Oder ' +
    'probier etwas in einer Kopie von diesem aus.',
  'compare.balance.all': 'Alles minus Schulden',
  'compare.becomes': 'wird zu',
  'compare.bring': '„{from}“ in „{into}“ übernehmen …',
  'compare.bring.heading': 'Änderungen übernehmen',
  'compare.bring.lead':
    '„{branch}“ begann als Kopie von „{parent}“. Was seither in einem der beiden geändert wurde, kannst du in den anderen ' +
    'übernehmen; wurde dasselbe in beiden geändert, wirst du gefragt.',
  'compare.cannot_count': '„{name}“ lässt sich nicht berechnen. {problem}',
  'compare.cannot_hold': 'in {currency} nicht genau möglich',
  'compare.cannot_read': '„{name}“ lässt sich gerade nicht lesen. {problem}',
  'compare.chart': 'Die Kontostände nebeneinander',
  'compare.days_apart':
    '{way, select, later {{days, plural, one {# Tag später} other {# Tage später}}} other {{days, plural, one {# Tag früher} ' +
    'other {# Tage früher}}}}',
  'compare.differing': 'Was sich unterscheidet',
  'compare.differing.between': 'zwischen {one} und {other}',
  'compare.differing.nothing': 'Nur der Name. Ändere etwas in einem der beiden, dann steht es hier.',
  'compare.differing.nothing_ahead': 'Nichts, was noch kommt.',
  'compare.differing.one': 'Der eine Plan',
  'compare.differing.open_one': 'Öffne einen der beiden, dann kannst du einzelne Unterschiede übernehmen.',
  'compare.differing.other': 'Der andere Plan',
  'compare.differing.past':
    '{rows, plural, one {Auch was zu vergangenen Terminen einer Zeile gesagt wurde, ist verschieden; für das, was kommt, ändert das ' +
    'nichts.} other {Auch was zu vergangenen Terminen von # Zeilen gesagt wurde, ist verschieden; für das, was kommt, ändert das nichts.}}',
  'compare.differing.take': 'Jeder Knopf übernimmt genau diesen Unterschied in „{name}“, den geöffneten Plan.',
  'compare.figure.account_below_floor': '{account}: erster Tag unter dem Mindeststand',
  'compare.figure.account_over_limit': '{account}: erster Tag über dem Limit',
  'compare.figure.account_end': '{account}: am Ende',
  'compare.figure.account_interest': '{account}: Zinsen',
  'compare.figure.account_lowest': '{account}: tiefster Stand',
  'compare.figure.account_paid_off': 'Wann {account} abbezahlt ist',
  'compare.figure.begin_total': 'Am Anfang',
  'compare.figure.due_before_payday': 'Vor dem Zahltag fällig',
  'compare.figure.end_available': 'Am Ende übrig',
  'compare.figure.end_total': 'Übrig, mit Zurückgelegtem',
  'compare.figure.first_below_floor': 'Erster Tag unter dem Mindeststand',
  'compare.figure.lowest_in_span': 'Tiefster Stand im Diagramm',
  'compare.figure.lowest_point': 'Tiefster Stand',
  'compare.figure.money_in': 'Einnahmen',
  'compare.figure.money_out': 'Ausgaben',
  'compare.figure.onto_accounts': 'Geht auf andere Konten',
  'compare.figure.safe_to_spend': 'Spielraum',
  'compare.figures': 'Zahlen',
  'compare.figures.same': '{all, select, true {Alle {count, number} Zahlen} other {{count, number} Zahlen}} sind gleich',
  'compare.figures.table': 'Zahlen nebeneinander, vom {from} bis zum Tag vor dem {until}',
  'compare.lead.less': 'Was nur einer der beiden Pläne hat oder anders hat. Ein Minus steht für das, was „{name}“ weniger hat.',
  'compare.lead.less_on_day':
    'Warum sie sich am {day} unterscheiden: was nur einer der beiden Pläne hat oder anders hat. Ein Minus steht für das, was ' +
    '„{name}“ weniger hat.',
  'compare.lead.less_saved':
    'Warum bis zum {day} verschieden viel gespart ist: was nur einer der beiden Pläne hat oder anders hat. Ein Minus steht für das, ' +
    'was „{name}“ weniger hat.',
  'compare.lead.pays_less': 'Was nur einer der beiden Pläne hat oder anders hat. Ein Minus steht für das, was „{name}“ weniger zahlt.',
  'compare.lead.saved_on': 'Was am {day} gespart ist.',
  'compare.lead.there_on': 'Was am {day} da ist.',
  'compare.later': 'Bis hierher haben diese Pläne jeden Tag dieselben Stände. Vom {day} an nicht mehr.',
  'compare.later.never': 'Diese Pläne haben jeden Tag dieselben Stände, fünf Jahre lang.',
  'compare.later.show': '{count} {unit, select, year {{count, plural, one {Jahr} other {Jahre}}} other {Monate}} zeigen',
  'compare.leave_out': '{name} weglassen',
  'compare.level.below_floor': 'unter dem Mindeststand',
  'compare.level.below_zero': 'unter null',
  'compare.level.in_pots': 'ohne das Zurückgelegte unter null',
  'compare.lines': 'Voraussichtlicher Kontostand',
  'compare.measured_against': 'Verglichen mit',
  'compare.merge.all_as': 'Alles wie in „{name}“',
  'compare.merge.bring': 'Übernehmen',
  'compare.merge.changed_in_both': 'In beiden geändert: Was soll gelten?',
  'compare.merge.comes': 'Was übernommen wird',
  'compare.merge.comes_besides': 'Was außerdem übernommen wird',
  'compare.merge.differs': 'Was sich unterscheidet: Was soll gelten?',
  'compare.merge.done': '„{into}“ hat jetzt, was in „{from}“ geändert wurde.',
  'compare.merge.has_everything': '„{into}“ hat alles, was „{from}“ hat.',
  'compare.merge.lead': 'Was in „{name}“ selbst geändert wurde, bleibt.',
  'compare.merge.new': 'neu: {what}',
  'compare.merge.no_base':
    'Wie beide beim Abzweigen waren, ist hier nicht mehr bekannt. Darum wirst du bei jedem Unterschied gefragt, und keine Zeile ' +
    'geht verloren.',
  'compare.merge.nothing_changes': 'In „{name}“ ändert sich nichts.',
  'compare.merge.nothing_to_bring':
    'Es gibt nichts zu übernehmen: Seit dem Abzweigen wurde in „{from}“ nichts geändert, was „{into}“ nicht hat.',
  'compare.merge.taken_out': 'entfällt',
  'compare.merge.title': '„{from}“ in „{into}“ übernehmen',
  'compare.not_taken': '{about}: {problem} Es wurde nichts geändert.',
  'compare.not_there': 'nicht vorhanden',
  'compare.note.above_floor': 'tiefster Stand minus Mindeststand',
  'compare.note.after': 'nach {years, plural, =0 {{months, plural, one {# Monat} other {# Monaten}}} one {# Jahr} other {# Jahren}}',
  'compare.note.down_to': 'bis auf {amount}',
  'compare.note.goal': 'Ziel',
  'compare.note.in_pots': 'dazu {amount} zurückgelegt',
  'compare.note.no_account': 'ohne dieses Konto',
  'compare.note.no_goal': 'ohne dieses Ziel',
  'compare.note.not_within': 'nicht in diesen Tagen',
  'compare.note.on': 'am {day}',
  'compare.note.onto_accounts': 'auf Karten, Kredite und Sparkonten, minus was dort abgebucht oder geholt wird',
  'compare.note.owes_nothing': 'nichts offen',
  'compare.note.reached': 'erreicht',
  'compare.note.saved': 'gespart, nicht erreicht',
  'compare.note.stays_above': 'bleibt darüber',
  'compare.note.stays_within': 'bleibt darunter',
  'compare.note.still_owed': 'bis dahin nicht',
  'compare.note.sum':
    'nach {years, plural, =0 {{months, plural, one {# Monat} other {# Monaten}}} one {# Jahr} other {# Jahren}}: was am ' +
    'Anfang da war, plus Einnahmen, minus Ausgaben',
  'compare.note.sum_with_accounts':
    'nach {years, plural, =0 {{months, plural, one {# Monat} other {# Monaten}}} one {# Jahr} other {# Jahren}}: was am ' +
    'Anfang da war, plus Einnahmen, minus Ausgaben und was auf andere Konten geht',
  'compare.note.watched': '{days, plural, one {am nächsten Tag} other {in den nächsten # Tagen}}',
  'compare.note.watched_each': 'in den Tagen, die jeder Plan im Blick hat',
  'compare.note.of_all_accounts':
    'auf allen Konten zusammen, ohne was sich zwischen ihnen bewegt, in {years, plural, =0 {{months, plural, one {# Monat} other ' +
    '{# Monaten}}} one {# Jahr} other {# Jahren}}',
  'compare.note.with_pots': 'mit Zurückgelegtem',
  'compare.note.within': 'in {years, plural, =0 {{months, plural, one {# Monat} other {# Monaten}}} one {# Jahr} other {# Jahren}}',
  'compare.note.within_a_year': 'innerhalb eines Jahres',
  'compare.order': 'Reihenfolge',
  'compare.other_currency': 'Pläne in einer anderen Währung als {currency} fehlen im Diagramm und haben unten keine Unterschiede.',
  'compare.plan_itself': 'Der Plan selbst',
  'compare.same': 'gleich',
  'compare.same_day': 'am selben Tag',
  'compare.side_by_side': 'Pläne nebeneinander',
  'compare.standing.begins':
    '„{name}“ beginnt am {from}, der neueste hier am {to}. {why, select, not_related {Sie sind nicht aus demselben Plan ' +
    'abgezweigt, daher übernimmt keiner den Kontostand des anderen} currency {Sie haben verschiedene Währungen} other {Der neuere ' +
    'Kontostand passt nicht zu ihm}}; öffne ihn, um ihn auf heute zu bringen.',
  'compare.standing.bring': 'Dorthin bringen',
  'compare.standing.brought': '„{name}“ rechnet hier ab dem {to} mit dem Kontostand von „{other}“; der eigene ist vom {from}.',
  'compare.standing.done': '„{name}“ hat jetzt den neueren Kontostand.',
  'compare.take.add': 'Hier hinzufügen',
  'compare.take.change_label': '{action}: {about}, {theirs} statt {mine}',
  'compare.take.make': 'Ändern in {value}',
  'compare.take.order': 'So ordnen',
  'compare.take.remove': 'Hier entfernen',
  'compare.take.same': 'Angleichen',
  'compare.why': '{figure}: So kommt das zustande',
  'compare.why.against': '{figure}, {one} gegenüber {other}',
  'compare.words.left':
    '{years, plural, =0 {Nach {months, plural, one {# Monat} other {# Monaten}}} one {Nach # Jahr} other {Nach # Jahren}} ' +
    '{how, select, same {ist in „{name}“ und „{other}“ gleich viel übrig: {amount}.} more {ist in „{name}“ mehr übrig: {amount}, {by} ' +
    'mehr als in „{other}“.} other {ist in „{name}“ am meisten übrig: {amount}, {by} mehr als in „{other}“.}}',
  'compare.words.low':
    '{how, select, same {„{name}“ und „{other}“ sinken gleich tief: auf {amount} am {day}.} lower {„{name}“ sinkt tiefer: auf {amount} ' +
    'am {day}, {by} weniger als in „{other}“.} other {„{name}“ sinkt am tiefsten: auf {amount} am {day}, {by} weniger als in „{other}“.}}',
} satisfies Translated<typeof english>
