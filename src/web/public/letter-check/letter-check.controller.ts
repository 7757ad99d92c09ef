import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CheckLetter, type CheckedLetter } from '../../../notices/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Sender,
  SHARED_FOR_SECONDS,
  Uploads,
  Viewer,
  type PageContent,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../../shared/index.js';
import { townCrumbs } from '../town-crumbs.js';
import { CheckCodeDto } from './letter-check.dto.js';
import { CheckedLetterPage, LetterCheckPage, sourceOf, UnknownPdfPage } from './letter-check.page.js';

const TITLE = '通知書が本物か確かめる';

/** Is this letter real? By the code printed at its foot (its QR code leads here), or by its PDF; for everyone. */
@Controller(':town/check')
@Desk('public')
export class LetterCheckController {
  constructor(private readonly letters: CheckLetter) {}

  @Get()
  ask(@Viewer() viewer: Viewer): PageResult {
    return page(viewer, { ...asking(viewer, ''), sharedForSeconds: SHARED_FOR_SECONDS });
  }

  @Post()
  async typed(
    @Viewer() viewer: Viewer,
    @Sender() sender: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { code } = readForm(CheckCodeDto, body);
    const found = await attempt(() => this.letters.byCode(viewer.actor, sender, code));
    if (!found.ok) return page(viewer, { ...asking(viewer, code), errors: found.error });
    return redirect(viewer.url(`check/${found.value.code}`));
  }

  @Post('pdf')
  @HttpCode(200)
  @AcceptUploads()
  async pdf(
    @Viewer() viewer: Viewer,
    @Sender() sender: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult> {
    const { code } = readForm(CheckCodeDto, body);
    const [upload] = uploads;
    if (!upload || upload.refusal !== undefined || upload.bytes.length === 0) {
      const missing = DomainError.invalid([{ pointer: 'pdf', code: 'notices.check-pdf-missing' }]);
      return page(viewer, { ...asking(viewer, code), errors: missing });
    }
    const letter = await this.letters.byPdf(viewer.actor, sender, upload.bytes);
    if (letter && (code === '' || code === letter.code)) return page(viewer, answering(viewer, letter, upload.name));
    return page(viewer, {
      title: 'このPDFと同じ文書は見つかりません',
      breadcrumb: townCrumbs(viewer, { label: TITLE, href: viewer.url('check') }, { label: '結果' }),
      body: UnknownPdfPage({ viewer, fileName: upload.name, code }),
    });
  }

  @Get(':code')
  async one(@Viewer() viewer: Viewer, @Sender() sender: string, @Param('code') code: string): Promise<PageResult> {
    const found = await attempt(() => this.letters.byCode(viewer.actor, sender, code));
    if (!found.ok) return page(viewer, { ...asking(viewer, code), errors: found.error }, 404);
    return page(viewer, answering(viewer, found.value, null));
  }
}

const asking = (viewer: Viewer, code: string): PageContent => ({
  title: TITLE,
  lead: `${viewer.town.hallName}が出した通知書かどうかを、誰でも確かめられます。`,
  breadcrumb: townCrumbs(viewer, { label: TITLE }),
  body: LetterCheckPage({ viewer, code }),
});

const answering = (viewer: Viewer, letter: CheckedLetter, samePdf: string | null): PageContent => ({
  title: `${sourceOf(viewer, letter, '文書')}です`,
  breadcrumb: townCrumbs(viewer, { label: TITLE, href: viewer.url('check') }, { label: '結果' }),
  body: CheckedLetterPage({ viewer, letter, samePdf }),
});
