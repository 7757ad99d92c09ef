import type { Application, ApplicationDraft, PaperEntry } from '../../applications/index.js';
import { dayInJapan, formatEra, timeInJapan } from '../../kernel/local-date.js';
import { Notice, StatusTag } from './feedback.js';

/** Who entered it, and when: what stands there was written on paper by others. */
export const entryInWords = ({ enteredBy, enteredAt }: PaperEntry): string =>
  `${enteredBy}さんが${formatEra(dayInJapan(enteredAt))} ${timeInJapan(enteredAt)}に代理で入力しました。`;

/** For every page that shows an application which came on paper. */
export const PaperNotice = ({ application: { paper } }: { application: Pick<Application, 'paper'> }) =>
  paper && (
    <Notice tone="info" title="紙で受け付けた申請です">
      <p>
        収受日は{formatEra(paper.receivedOn)}です。{entryInWords(paper)}
      </p>
    </Notice>
  );

/** For every page on which staff write for an organisation: whose paper it is, and since when it has been here. */
export const BeingEntered = ({ draft: { application, content } }: { draft: ApplicationDraft }) =>
  application.paper && (
    <p>
      <StatusTag tone="info">代理入力</StatusTag>　{content.applicant.name}の紙の申請（
      {formatEra(application.paper.receivedOn)} 収受）
    </p>
  );
