import { createTransport } from 'nodemailer';
import { messageId } from './folder-mailer.js';
import { Mailer, type Mail } from './mailer.js';

/** A worker waits for the mail server inside its transaction: shorter than the time after which a job counts as lost. */
const PATIENCE_MS = 4_000;

/** Hands mails to the town's mail server. */
export class SmtpMailer extends Mailer {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
  }

  override async send({ id, to, subject, text }: Mail): Promise<void> {
    await this.transport.sendMail({ from: this.from, to, subject, text, messageId: messageId(id) });
  }
}
