import { RecentAnswers } from '../../../../src/domain/demand/forecast/recent-answers';

test('forgets what was used longest ago', () => {
  const answers = new RecentAnswers<number>(2);
  answers.set('a', 1);
  answers.set('b', 2);
  expect(answers.get('a')).toBe(1);
  answers.set('c', 3);
  expect([answers.get('a'), answers.get('b'), answers.get('c')]).toEqual([1, undefined, 3]);
});

test('a new answer to an old question takes its place', () => {
  const answers = new RecentAnswers<number | null>(2);
  answers.set('a', 1);
  answers.set('a', null);
  answers.set('b', 2);
  expect([answers.get('a'), answers.get('b')]).toEqual([null, 2]);
});
