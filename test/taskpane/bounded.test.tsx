import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Bounded } from '../../src/taskpane/Bounded';

afterEach(cleanup);

const numbers = (size: number) => Array.from({ length: size }, (_, at) => at + 1);
const shown = () => screen.getByRole('list').textContent;
const list = (shown: readonly number[]) => <ul>{shown.join(' ')}</ul>;

test('the beginning of a list, and the rest on request until nothing is left', () => {
  render(<Bounded list={numbers(7)} first={2} more={4}>{list}</Bounded>);
  expect(shown()).toBe('1 2');
  fireEvent.click(screen.getByRole('button', { name: '5 more' }));
  expect(shown()).toBe('1 2 3 4 5 6');
  fireEvent.click(screen.getByRole('button', { name: '1 more' }));
  expect(shown()).toBe('1 2 3 4 5 6 7');
  expect(screen.queryByRole('button')).toBeNull();
});

test('where nothing else is said, as many more as at first; a list that fits asks for nothing', () => {
  const { rerender } = render(<Bounded list={numbers(5)} first={2}>{list}</Bounded>);
  fireEvent.click(screen.getByRole('button', { name: '3 more' }));
  expect(shown()).toBe('1 2 3 4');
  rerender(<Bounded list={numbers(4)} first={2}>{list}</Bounded>);
  expect(screen.queryByRole('button')).toBeNull();
});
