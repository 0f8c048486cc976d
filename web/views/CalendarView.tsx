export default function CalendarView() {
  return <h1 className="text-3xl">Calendar</h1>
}
