import type { ComponentChildren } from 'preact';
import { StatusTag, type Tone } from './feedback.js';

export interface Task {
  readonly label: string;
  /** Missing when the task cannot be started yet; the hint then says why. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: string;
  readonly tone?: Tone | undefined;
}

/** What is to be done, each with its state; a task opens by its name. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="task-list">
      {tasks.map((task, index) => {
        const id = `task-${String(index)}`;
        return (
          <li class="task" key={task.label}>
            <div class="task-name">
              {task.href ? (
                <a href={task.href} aria-describedby={`${id}-status`}>
                  {task.label}
                </a>
              ) : (
                <span>{task.label}</span>
              )}
              {task.hint && <p class="hint">{task.hint}</p>}
            </div>
            <div class="task-status" id={`${id}-status`}>
              <StatusTag tone={task.tone ?? 'neutral'}>{task.status}</StatusTag>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

export interface Answer {
  readonly label: string;
  readonly value: ComponentChildren;
  /** Where the answer is changed; the link says which answer it changes. */
  readonly changeHref?: string | undefined;
}

/** Questions with their answers, to be checked before sending, or just read. */
export function CheckAnswers({ answers }: { answers: readonly Answer[] }) {
  const changeable = answers.some((answer) => answer.changeHref);
  return (
    <dl class={changeable ? 'answers answers-changeable' : 'answers'}>
      {answers.map((answer) => (
        <div class="answer" key={answer.label}>
          <dt>{answer.label}</dt>
          <dd class="answer-value">{answer.value}</dd>
          {changeable && (
            <dd class="answer-change">
              {answer.changeHref && (
                <a href={answer.changeHref}>
                  変更する<span class="visually-hidden">：{answer.label}</span>
                </a>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

interface TimelineEvent {
  readonly at: ComponentChildren;
  readonly what: ComponentChildren;
  /** What an address that leads to it names. */
  readonly anchor?: string;
}

/** What happened when, newest first or oldest first as given. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol class="timeline">
      {events.map((event) => (
        <li id={event.anchor}>
          <span class="timeline-at">{event.at}</span>
          <div class="timeline-what">{event.what}</div>
        </li>
      ))}
    </ol>
  );
}
