import { Controller, Get } from '@nestjs/common';
import { OpenLetter, ViewLetters } from '../../notices/index.js';
import { Desk, download, Id, page, Viewer, type DownloadResult, type PageResult } from '../shared/index.js';
import { InboxPage } from './inbox.page.js';
import { CommitteeLetterPage } from './letter.page.js';

const TITLE = '届いた通知書';

/** The organisation's inbox. To open a letter, as page or as PDF, is to have received it: the first time is recorded. */
@Controller(':town/committee/letters')
@Desk('committee')
export class CommitteeLettersController {
  constructor(
    private readonly letters: ViewLetters,
    private readonly openLetter: OpenLetter,
  ) {}

  @Get()
  async inbox(@Viewer() viewer: Viewer): Promise<PageResult> {
    const letters = await this.letters.inbox(viewer.actor);
    return page(viewer, {
      title: TITLE,
      lead: `${viewer.town.name}から届いた文書と、提出したものの控えです。`,
      body: InboxPage({ viewer, letters }),
    });
  }

  @Get(':letterId')
  async open(@Viewer() viewer: Viewer, @Id('letterId') letterId: string): Promise<PageResult> {
    const view = await this.openLetter.execute(viewer.actor, letterId);
    return page(viewer, {
      title: view.title,
      breadcrumb: [{ label: TITLE, href: viewer.url('committee/letters') }, { label: view.number ?? view.title }],
      body: CommitteeLetterPage({ viewer, view }),
    });
  }

  @Get(':letterId/pdf')
  async pdf(@Viewer() viewer: Viewer, @Id('letterId') letterId: string): Promise<DownloadResult> {
    await this.openLetter.execute(viewer.actor, letterId);
    const file = await this.letters.pdf(viewer.actor, letterId);
    return download({ ...file, mediaType: 'application/pdf', inline: true });
  }
}
