import type { Application, PaperEntry } from '../../applications/index.js';
import { dayInJapan, formatEra, timeInJapan } from '../../kernel/local-date.js';
import { Notice } from './feedback.js';

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
