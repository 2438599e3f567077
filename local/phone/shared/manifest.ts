/** What `window` of app.json or a page's own json says; a value beginning with `@` is a name in theme.json. */
export interface WindowConfig {
  navigationBarTitleText?: string | undefined
  navigationBarBackgroundColor?: string | undefined
  navigationBarTextStyle?: string | undefined
  navigationStyle?: string | undefined
  backgroundColor?: string | undefined
  backgroundTextStyle?: string | undefined
  enablePullDownRefresh?: boolean | undefined
  /** px from the end of the page at which onReachBottom is called */
  onReachBottomDistance?: number | undefined
  disableScroll?: boolean | undefined
}

export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string | undefined
  selectedIconPath?: string | undefined
}

export interface TabBarConfig {
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle?: string | undefined
  list: TabItem[]
}

export interface ComponentEntry {
  /** tag name to absolute component path, the app's own usingComponents included */
  usingComponents: Record<string, string>
  componentGenerics: Record<string, true | { default?: string | undefined }>
  /** prefix of its classes in the style sheet */
  styleScope: string
  isPage: boolean
  styleIsolation?: string | undefined
  pureDataPattern?: string | undefined
}

/** Everything the host has to know about a mini-program before any of its code runs. */
export interface Manifest {
  entryPage: string
  /** page path to its own window settings */
  pages: Record<string, WindowConfig>
  /** package root (`''` is the main package) to the pages inside */
  packages: Record<string, string[]>
  window: WindowConfig
  tabBar: TabBarConfig | null
  darkmode: boolean
  theme: { light: Record<string, string>; dark: Record<string, string> }
  components: Record<string, ComponentEntry>
  /** tags used in some template that neither the platform part of the local phone nor the mini-program provides */
  missingTags: string[]
}

/** A package's script: root folder to file name, both relative to the folder of the scripts. */
export const packageScript = (root: string) => `${root === '' ? 'main' : `package-${root.replaceAll('/', '-')}`}.js`
