declare module 'zengin-code' {
  interface Branch {
    readonly code: string;
    readonly name: string;
    /** Full-width katakana in capitals of the bank's file: キヨウ, not キョウ. */
    readonly kana: string;
    readonly hira: string;
    readonly roma: string;
  }
  interface Bank extends Branch {
    readonly branches: Readonly<Record<string, Branch>>;
  }
  const banks: Readonly<Record<string, Bank>>;
  export default banks;
}
