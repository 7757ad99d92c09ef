import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { AppConfig } from '../../config/index.js';
import { FolderMailer } from './folder-mailer.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const mailerFor = ({ smtpUrl, mailFrom, dataDir }: AppConfig): Mailer =>
  smtpUrl ? new SmtpMailer(smtpUrl, mailFrom) : new FolderMailer(join(dataDir, 'mail'), mailFrom);

/** SMTP_URL set: mails go out. Not set: they lie as .eml files in DATA_DIR/mail. */
@Global()
@Module({
  providers: [{ provide: Mailer, inject: [AppConfig], useFactory: mailerFor }],
  exports: [Mailer],
})
export class MailModule {}
