import { formatEra } from '../../../kernel/local-date.js';
import { meetingInWords, type PanelVerificationLine } from '../../../verifications/index.js';
import { Section, TaskList, type Viewer } from '../../shared/index.js';

const STATUS = {
  blank: { status: '未回答', tone: 'warning' },
  begun: { status: '書きかけ', tone: 'info' },
  answered: { status: '回答済み', tone: 'success' },
  agreed: { status: 'まとまりました', tone: 'success' },
} as const;

interface VerificationsListProps {
  readonly viewer: Viewer;
  readonly lines: readonly PanelVerificationLine[];
}

/** 検証 that the member is asked to answer. */
export const VerificationsList = ({ viewer, lines }: VerificationsListProps) => (
  <Section title="答える検証">
    <p>一年の事業をふりかえり、同じ項目に一人ずつ答えます。そのあと、会長が審査会の答えを一つにまとめます。</p>
    <TaskList
      tasks={lines.map(({ verification: { id, title, organizationName }, sitting, state, speaks }) => ({
        label: `${title}の検証`,
        href: viewer.url(`panel/verifications/${id}`),
        hint: [
          organizationName,
          `${meetingInWords(sitting)}（${formatEra(sitting.heldOn)}）`,
          speaks ? 'あなたが審査会の答えをまとめます' : '',
        ]
          .filter((part) => part !== '')
          .join('　'),
        ...STATUS[state],
      }))}
    />
  </Section>
);

/** 検証 that are past answering: what the member said stays to be read. */
export const PastVerifications = ({ viewer, lines }: VerificationsListProps) => (
  <Section title="受付の終わった検証">
    <TaskList
      tasks={lines.map(({ verification: { id, title, organizationName }, sitting, state }) => ({
        label: `${title}の検証`,
        href: viewer.url(`panel/verifications/${id}`),
        hint: `${organizationName}　${meetingInWords(sitting)}（${formatEra(sitting.heldOn)}）`,
        ...(state === 'blank' || state === 'begun'
          ? ({ status: '回答なし', tone: 'neutral' } as const)
          : STATUS[state]),
      }))}
    />
  </Section>
);
