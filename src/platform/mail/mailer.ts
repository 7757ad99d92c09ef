/** A plain-text mail. Addresses are personal data: they stand in no log and no audit entry. */
export interface Mail {
  /** The same id is the same mail: sent twice after a fault, it arrives as one in most mailboxes, and as one file. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How mails leave the house. Throws when the mail was not accepted, so that the sending is tried again. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}
