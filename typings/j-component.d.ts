import 'j-component'

/** What j-component does and its own types leave out. */
declare module 'j-component' {
  interface Component<TData, TProperty, TMethod> {
    addEventListener(event: string, listener: (event: { detail: unknown }) => void): void
  }
}
