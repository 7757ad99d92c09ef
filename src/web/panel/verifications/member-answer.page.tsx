import type { Fields } from '../../../forms/index.js';
import { blankOpinion, type PanelVerificationPage as View } from '../../../verifications/index.js';
import { ButtonLink, CheckAnswers, Details, Notice, Prose, Section, type Viewer } from '../../shared/index.js';
import { OpinionForm } from '../../shared/opinion-form.js';
import { ProjectFacts } from './project-facts.js';

export interface MemberAnswerPageProps {
  readonly viewer: Viewer;
  readonly view: View;
  /** As it was typed, when it came back. */
  readonly typed: Fields | null;
  readonly isStale: boolean;
}

/** The sheet of one member, beside what the project was; the chair goes on from here to the panel's one answer. */
export function MemberAnswerPage({ viewer, view, typed, isStale }: MemberAnswerPageProps) {
  const { verification, sheet, own, agreed, speaks } = view;
  const path = `panel/verifications/${verification.id}`;
  const isOpen = verification.state === 'open' && agreed.given === null;
  const { given, fields, version } = own.sheet;
  const form = (
    <OpinionForm
      action={viewer.url(path)}
      back={viewer.url('panel')}
      sheet={sheet}
      opinion={{ ...blankOpinion('panel'), given, fields, version }}
      typed={typed}
      isStale={isStale}
      giveWords={given ? 'この内容で出し直す' : 'この内容で答える'}
    />
  );
  return (
    <>
      <ProjectFacts view={view} />
      <Section title="あなたの答え">
        {given && (typed === null || !isOpen) && (
          <CheckAnswers
            answers={given.map(({ label, answer, reason }) => ({
              label,
              value: (
                <>
                  <strong>{answer}</strong>
                  <Prose text={reason} />
                </>
              ),
            }))}
          />
        )}
        {!isOpen && (
          <Notice tone="neutral" title="答えの受付は終わりました">
            <p>{agreed.given ? '審査会の答えは、一つにまとまりました。' : 'この検証は、次の段階に進みました。'}</p>
          </Notice>
        )}
        {isOpen && (given && typed === null ? <Details summary="答えを直す">{form}</Details> : form)}
        {isOpen && (
          <p>
            この事業や団体と関わりがあるときは、答えずに
            <a href={viewer.url(`${path}/recusal`)}>忌避を申し出てください</a>。
          </p>
        )}
      </Section>
      {speaks && verification.state === 'open' && (
        <Section title="審査会の答え">
          <p>委員の答えがそろったら、審査会としての答えを一つにまとめます。公表されるのは、まとめた答えだけです。</p>
          <ButtonLink kind="secondary" href={viewer.url(`${path}/agreement`)}>
            {agreed.given ? '審査会の答えを直す' : '審査会の答えをまとめる'}
          </ButtonLink>
        </Section>
      )}
    </>
  );
}
