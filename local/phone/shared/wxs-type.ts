/** The name under which the host answers `x.constructor`, which is a type name in WXS. */
export const WXS_TYPE = '__wxsType'
