// What the fixture's phone has in its window, for code that a test runs there.
interface Window {
  wx: {
    cloud: { callFunction(call: { name: string }): Promise<unknown> }
    setStorageSync(key: string, value: unknown): void
    getStorageSync(key: string): unknown
    getAppBaseInfo(): { fontSizeScaleFactor: number }
  }
}
