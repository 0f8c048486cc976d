/** Ausgaben im Alltag: erfragt, bei der Bank gefunden, Monat für Monat. */
import type english from '../en/everyday.ts'
import type { Translated } from '../words.ts'

export default {
  'everyday.also': 'Was sonst noch kommt und geht',
  'everyday.also.changed': 'Steht mit {was} im Plan. Die letzten lagen in acht von zehn Fällen zwischen {low} und {high}.',
  'everyday.also.dismissed': '{name} ist zurückgestellt. Es wird wieder vorgeschlagen, wenn es ein anderer Betrag ist.',
  'everyday.also.done': '{name} ist in deinem Plan.',
  'everyday.also.draw': '{rule}, das nächste Mal am {day}. In acht von zehn Fällen zwischen {low} und {high}.',
  'everyday.also.follows':
    '{rule}, das nächste Mal am {day}. Je mehr da war, desto mehr wurde abgehoben, von je 100 mehr {percent}. Der Plan rechnet damit, ' +
    'was dein Kontostand dann ergibt.',
  'everyday.also.income':
    'Kommt ohne festen Rhythmus, vorsichtig geschätzt aus {weeks} Wochen: Eine große Summe zählt nur wie eine gute Woche.',
  'everyday.also.lead': 'Nichts in deinem Plan steht dafür, und doch bewegt es sich Monat für Monat. Eingeplant zählt dein Stand es mit.',
  'everyday.also.take': '{press}: {name}, {amount}',
  'everyday.as_planned': 'wie geplant',
  'everyday.ask': 'Wie viel geht in einer Woche ungefähr für Lebensmittel, Tanken, Essen gehen weg?',
  'everyday.ask.add': 'Mitzählen',
  'everyday.ask.decline': 'Jetzt nicht',
  'everyday.ask.done': '{amount} pro Woche gehen Tag für Tag ab. Dein tiefster Stand zählt sie mit.',
  'everyday.ask.kinds': 'Wie viel geht in einer Woche ungefähr weg: {kinds}?',
  'everyday.ask.kinds_why': 'Dein Plan hat dafür noch nichts, und in den Dateien deiner Bank steht zu wenig davon, um es zu sagen.',
  'everyday.ask.why': 'Das geht ohne Termin weg, jeden Tag ein wenig. Ohne es sieht es besser aus, als es kommt.',
  'everyday.assumed': '{amount} wie geplant',
  'everyday.bill': 'Alltag',
  'everyday.bring': 'Datei deiner Bank einlesen',
  'everyday.category': 'Alltag',
  'everyday.day': 'Tag',
  'everyday.days': 'Tag für Tag',
  'everyday.days_of': '{name} im {month}, Tag für Tag',
  'everyday.edge':
    '{than, select, left {Hier ist mehr übrig als geplant: {amount} waren für Tage desselben Zeitraums in einem anderen Monat ' +
    'geplant und wurden dort nicht ausgegeben.} other {{amount} {than, select, less {weniger} other {mehr}} als geplant in einem ' +
    'Zeitraum, der zum Teil in einem anderen Monat liegt; hier nicht mitgezählt.}}',
  'everyday.found': 'Ausgaben im Alltag',
  'everyday.found.a_week': 'pro Woche',
  'everyday.found.beside':
    'Dafür hat dein Plan schon die Ausgabe „{name}“ (jeweils {amount}), darum wird es nicht zusammen mit dem Rest eingeplant. Planst ' +
    'du es trotzdem ein, zählt beides.',
  'everyday.found.change': 'In deinem Plan mit {was}.',
  'everyday.found.change_from': 'In deinem Plan mit {was}, von {account}. Daraus wird dies.',
  'everyday.found.done': 'Die Ausgaben im Alltag sind in deinem Plan: {amount} pro Woche.',
  'everyday.found.general': 'Du rechnest mit {was} pro Woche für alles zusammen. Daraus wird „alles Übrige“.',
  'everyday.found.general_goes': 'Du rechnest mit {was} pro Woche für alles zusammen. Was du hier übernimmst, tritt an dessen Stelle.',
  'everyday.found.general_on':
    'Du rechnest mit {was} pro Woche für alles zusammen, von {account}. Was du hier einplanst, tritt an seine Stelle.',
  'everyday.found.in_plan': 'In deinem Plan.',
  'everyday.found.lead':
    'Was in {weeks, plural, one {der letzten Woche} other {den letzten # Wochen}} bis {last} ohne Termin wegging: etwa {amount} in einer ' +
    'üblichen Woche{all, select, none {.} other {; insgesamt waren es {all}.}} Auch ein sehr großer Einkauf ' +
    'zählt nur wie eine teure Woche.',
  'everyday.found.left_out':
    '{count, plural, one {# Zahlung} other {# Zahlungen}} an {account}, zusammen {amount}, {count, plural, one {zählt} other {zählen}} ' +
    'hier nicht mit: Das Geld wandert nur zwischen deinen Konten.',
  'everyday.found.left_out_unknown':
    '{count, plural, one {# Zahlung} other {# Zahlungen}} {kind, select, card {an eine Kreditkarte} loan {für einen Kredit} other {auf ' +
    'ein Sparkonto}}, zusammen {amount}, {count, plural, one {zählt} other {zählen}} hier nicht mit, denn das sind keine Ausgaben im ' +
    'Alltag. In deinem Plan gibt es kein Konto, das eindeutig dazu passt; leg es unter „Konten“ an, damit es eingeplant ist.',
  'everyday.found.on': 'Ausgaben im Alltag über {account}',
  'everyday.found.range': 'in den meisten Wochen zwischen {low} und {high}',
  'everyday.found.rest': 'Was Tag für Tag abgeht und zu keiner der genannten Arten gehört.',
  'everyday.found.take': 'Einplanen',
  'everyday.found.take_all': 'Alles einplanen',
  'everyday.found.take_change': 'Stattdessen {amount} planen',
  'everyday.found.take_named': '{press}: {name}, {amount} pro Woche',
  'everyday.found.week': 'Woche ab {day}',
  'everyday.found.weeks': 'Woche für Woche',
  'everyday.found.weeks_of': '{name}, Woche für Woche',
  'everyday.known_until': 'Was ausgegeben wurde, ist bis {day} bekannt. Was seither vorbei ist, zählt wie geplant.',
  'everyday.left': 'Übrig',
  'everyday.left_of': '{name}, übrig',
  'everyday.line.as_planned': '{days}, wie geplant',
  'everyday.line.days': '{first} bis {last}',
  'everyday.line.nothing': 'Nichts.',
  'everyday.made': 'Alltag in einer Woche',
  'everyday.made.changed':
    'wie von dir eingetragen; {count, plural, one {# Zahlung} other {# Zahlungen}} bei deiner Bank vom {first} bis ' +
    '{last} ergeben {told}',
  'everyday.made.lead': 'Was dein Plan in der Woche um den {day} mitzählt, nach Art.',
  'everyday.made.told':
    '{count, plural, one {# Zahlung} other {# Zahlungen}} bei deiner Bank, {first} bis {last}; auch ein sehr großer Einkauf zählt ' +
    'nur wie eine teure Woche',
  'everyday.made.written': 'wie von dir eingetragen',
  'everyday.month': 'Alltag, {month}',
  'everyday.month.after': 'Nächster Monat',
  'everyday.month.before': 'Monat davor',
  'everyday.month.days':
    'In diesem Monat {one, select, yes {nur am {first}} other {vom {first} bis zum {last}}} eingeplant: ' +
    'Die Beträge gelten für {one, select, yes {diesen Tag} other {diese Tage}}.',
  'everyday.month.nothing': 'Für diesen Monat ist nichts geplant.',
  'everyday.name.eating_out': 'Essen gehen',
  'everyday.name.fuel': 'Tanken',
  'everyday.name.groceries': 'Lebensmittel',
  'everyday.name.income': 'Geld ohne festen Rhythmus',
  'everyday.name.on': '{name}, {account}',
  'everyday.name.rest': 'Alles Übrige',
  'everyday.not_known': 'Was vorbei ist, zählt wie geplant, bis eine Datei deiner Bank sagt, was ausgegeben wurde.',
  'everyday.over': '{amount} mehr als geplant.',
  'everyday.planned': 'Geplant',
  'everyday.planned_of': '{name}, geplant',
  'everyday.spent': 'Ausgegeben',
  'everyday.spent_of': '{name}, ausgegeben',
  'everyday.spent_until': 'Bis {before} ist alles ausgegeben. Ab {day} zählt es wieder.',
  'everyday.together': 'Zusammen',
  'everyday.weeks.level':
    '{is, select, mean {Im Durchschnitt kommen diese Wochen auf {mean}, eine übliche Woche auch.} other {Im Durchschnitt kommen diese ' +
    'Wochen auf {mean}. Eine übliche Woche kommt auf {level}: Die teuersten und die billigsten Wochen zählen nur wie die nächsten neben ' +
    'ihnen, damit ein einzelner großer Einkauf oder eine Woche Urlaub nichts daran ändert.}}',
  'everyday.under': '{amount} blieben übrig und werden nicht übertragen.',
} satisfies Translated<typeof english>
