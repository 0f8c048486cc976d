export default function ImportView() {
  return <h1 className="text-3xl">Import</h1>
}
