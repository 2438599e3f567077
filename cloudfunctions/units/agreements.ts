/** Until there is a ledger of agreements, nobody has agreed. */
export const takeAgreement = (person: string, purpose: 'liaison'): Promise<boolean> =>
  Promise.resolve(person === '' && purpose.length === 0)
