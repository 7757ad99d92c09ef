/** What is worded: 通知書 by Markdown, mails in plain text. */
export type Medium = 'letters' | 'mails';
