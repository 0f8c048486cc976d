/** Months and weekdays in the languages of Europe, by how their names begin. */

/** Small letters without marks; the dotless i of Turkish as i, the l of Polish as l. */
const plain = (word: string): string =>
  /^[a-z]+$/.test(word)
    ? word
    : word
        .toLowerCase()
        .replaceAll('ı', 'i')
        .replaceAll('ł', 'l')
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')

/**
 * Beginnings of the names of each month, January first. Where one is the beginning of another the longer counts: `juil`
 * before `jui`, `marras` (November in Finnish) before `mar`, `cervenc` (July in Czech) before `cerv`. `listopad` is November,
 * as in Czech and Polish, and in Croatian October: `croatianMonths` tells.
 */
const months = [
  'jan ene gen ian jaan led sty sau tammi oca sij yan xan ean ion янв яну січ јан сту ιαν',
  'feb fev veeb uno lut vas helmi sub vel shk fab fra fea chwe фев феб лют φεβ',
  'mar mrz mrt mae maa bre maal kov ozu maw mac мар бер березе сак μαρ',
  'apr avr abr dub kwi bal huh nis tra pri aib ebr апр кві квіт кра απρ',
  'may mai mei maj mag mej mee bea kve geg tou svi mayis май мая мај тра μαι',
  'jun giu iun juin juu cze cerv bir kes haz lipa lipnj lipanj qer xun meith meh gun июн юни јун чер чэр ιουν',
  'jul lug iul juil juul cervenc cervene lip lie hei tem srpa srpnj kor xul gor lul iuil июл юли јул лип ліп ιουλ',
  'aug aou ago agu avg agost srpn srpe srp sie rugp elo kol gus agus ag ogo lun awst aww авг сер жні αυγ',
  'sep set mea zar wrz rugs syy eyl ruj sze sht medi mfo сен сеп вер σεπ',
  'oct okt ott out rij paz spa lok eki tet hyd dei dfo окт жов кас οκτ',
  'nov nob lis lap marras kas stu nen noe noi sam tach нов ноя ное лис ліс νοε',
  'dec dez dic des dis det pros gru jou ara dhj nol rhag pro дек дец гру сне δεκ',
].map((beginnings) => beginnings.split(' ').map(plain))

const longestBeginning = 8
const monthByBeginning = new Map(months.flatMap((beginnings, index) => beginnings.map((beginning) => [beginning, index + 1] as const)))

/** The month a word names; 0 when it names none. */
export function monthOf(word: string): number {
  if (word.length < 2 || word.length > 13) return 0
  const letters = plain(word)
  for (let length = Math.min(longestBeginning, letters.length); length >= 2; length -= 1) {
    const month = monthByBeginning.get(letters.slice(0, length))
    if (month !== undefined && (length > 2 || letters.length === 2)) return month
  }
  return 0
}

const onlyCroatian = /(?:^|[\d.\s])(?:sij|velj|ožu|ozu|trav|svib|lipnj|lipanj|srpnj|srpanj|kolov|ruj|studen)/i

function hasLetter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 64) return true
  return false
}

/**
 * Dates whose months are Croatian (by others of them, or by the names of the columns) with the ones that other languages use otherwise
 * turned into plain ones.
 */
export function croatianMonths(dates: string[], distinct: readonly string[], header: string): string[] {
  const isCroatian = /iznos/i.test(header) || distinct.some((text) => text.length <= 40 && hasLetter(text) && onlyCroatian.test(text))
  if (!isCroatian || !distinct.some((text) => /lis|lip|srp/i.test(text))) return dates
  return dates.map((text) =>
    text.length > 40
      ? text
      : text
          .replace(/lis(?:topad\p{L}{0,2})?(?!\p{L})/iu, 'oct')
          .replace(/lip(?!\p{L})/iu, 'jun')
          .replace(/srp(?!\p{L})/iu, 'jul'),
  )
}

const weekdays = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday tues weds thur thurs',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miercoles jueves viernes sabado domingo',
    'lunedi martedi mercoledi giovedi venerdi sabato domenica',
    'segunda terca quarta quinta sexta sabado domingo',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'mandag tirsdag onsdag torsdag fredag lordag lordag sondag sondag mandag tisdag',
    'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai',
    'esmaspaev teisipaev kolmapaev neljapaev reede laupaev puhapaev',
    'poniedzialek wtorek sroda czwartek piatek sobota niedziela',
    'pondeli utery streda ctvrtek patek nedele pondelok utorok stvrtok piatok nedela',
    'hetfo kedd szerda csutortok pentek szombat vasarnap',
    'pazartesi sali carsamba persembe cuma cumartesi pazar',
    'ponedjeljak utorak srijeda cetvrtak petak subota nedjelja ponedeljek torek sreda cetrtek petek nedelja',
    'luni marti miercuri joi vineri sambata duminica',
    'понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер субота неділя',
    'δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη',
  ]
    .flatMap((names) => names.split(' '))
    .map(plain),
)

/** Whether a word may stand before a date: a weekday, or one cut to three letters or fewer. */
export const isWeekday = (word: string): boolean => word.length <= 3 || (word.length <= 15 && weekdays.has(plain(word)))

/** The months of Thai: the first letters of each, which its short form parts by dots. */
const thaiMonths = [
  'ม ค มกราคม',
  'ก พ กุมภาพันธ์',
  'มี ค มีนาคม',
  'เม ย เมษายน',
  'พ ค พฤษภาคม',
  'มิ ย มิถุนายน',
  'ก ค กรกฎาคม',
  'ส ค สิงหาคม',
  'ก ย กันยายน',
  'ต ค ตุลาคม',
  'พ ย พฤศจิกายน',
  'ธ ค ธันวาคม',
].map((names) => names.split(' ') as [string, string, string])
const thaiEnglish = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Two digits of a year from here on are of the Buddhist calendar, 2560 and later, as no file is of 2060. */
const firstBuddhist = 60

/** A date of Thai words with months that are known, its year in four digits where it is Buddhist. */
export function withoutThai(text: string): string {
  if (text.length > 40) return text
  for (const [index, [first, second, whole]] of thaiMonths.entries()) {
    const month = [whole, `${first}.${second}.`, `${first}.${second}`, `${first}${second}`].find((name) => text.includes(name))
    if (month === undefined || !isMonthAlone(text, month)) continue
    return text
      .replace(month, ` ${thaiEnglish[index]} `)
      .replace(/(\D)(\d\d)(?=\s|$)/, (all, before: string, year: string) => (Number(year) >= firstBuddhist ? `${before}25${year}` : all))
  }
  return text
}

/** No other Thai letter stands beside it, as in เม.ย. beside ม.ย. */
function isMonthAlone(text: string, month: string): boolean {
  const at = text.indexOf(month)
  return !/[\u0e00-\u0e7f]/.test(text.slice(0, at)) && !/[\u0e00-\u0e7f]/.test(text.slice(at + month.length))
}
