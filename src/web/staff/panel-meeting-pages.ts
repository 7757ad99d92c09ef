import { Injectable } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { ViewMeeting } from '../../panels/index.js';
import { attempt, page, redirect, type PageResult, type RedirectResult, type Viewer } from '../shared/index.js';
import { meetingName } from '../shared/panel-words.js';
import type { AgendaPage } from './panel-agenda.page.js';

interface Refused {
  readonly body: unknown;
  readonly error: DomainError;
}

type Part = typeof AgendaPage;

/** The pages of a meeting, which several controllers answer with. */
@Injectable()
export class PanelMeetingPages {
  constructor(private readonly viewMeeting: ViewMeeting) {}

  /** Goes on after the act, or shows the page again with everything that was typed. */
  async act(
    viewer: Viewer,
    meetingId: string,
    body: unknown,
    { part, to, notice }: { readonly part: Part; readonly to: string; readonly notice: string },
    work: () => Promise<unknown>,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(work);
    if (!outcome.ok) return this.of(viewer, meetingId, part, { body, error: outcome.error });
    return redirect(viewer.url(`staff/panel-meetings/${meetingId}${to}`), { notice });
  }

  /** One of the pages of a meeting; `refused` is what was sent and its faults. */
  async of(viewer: Viewer, meetingId: string, part: Part, refused?: Refused): Promise<PageResult> {
    const view = await this.viewMeeting.execute(viewer.actor, meetingId);
    const { panel, meeting } = view;
    return page(
      viewer,
      {
        title: meetingName(panel, meeting),
        wide: true,
        breadcrumb: [
          { label: '審査会', href: viewer.url('staff/panels') },
          { label: panel.name, href: viewer.url(`staff/panels/${panel.id}`) },
          { label: `第${String(meeting.number)}回` },
        ],
        ...(refused && { errors: refused.error }),
        body: part({ viewer, view, mayAct: hasDuty(viewer.actor, 'promotion'), typed: refused?.body }),
      },
      refused && (refused.error.kind === 'invalid' ? 422 : 409),
    );
  }
}
