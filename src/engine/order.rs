//! Jobs on several threads, their results in the order of the jobs.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How far the threads may run ahead of the first result that is still awaited: a slow file holds back
/// at most so many others.
const AHEAD: usize = 64;

/// Does jobs on some threads and hands over the results in the order of the jobs, as early as that
/// order allows. When `stop` becomes true no further job is begun; the results of the others are handed over.
///
/// # Errors
/// The first error of `take`; the results behind it are dropped.
pub fn in_order<J: Sync, T: Send, E>(
    jobs: &[J],
    threads: usize,
    stop: &AtomicBool,
    work: impl Fn(&J) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads.min(jobs.len());
    if threads <= 1 {
        let mut jobs = jobs.iter().take_while(|_| !stop.load(Ordering::Relaxed));
        return jobs.try_for_each(|job| take(work(job)));
    }
    let queue = Queue {
        state: Mutex::new(State {
            begun: 0,
            taken: 0,
            working: threads,
            done: BTreeMap::new(),
            over: false,
        }),
        changed: Condvar::new(),
    };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let _leaving = Leaving(&queue);
                while let Some(number) = queue.begin(jobs.len(), stop) {
                    queue.finish(number, work(&jobs[number]));
                }
            });
        }
        let _leaving = Ending(&queue);
        while let Some(result) = queue.next() {
            take(result)?;
        }
        Ok(())
    })
}

struct State<T> {
    /// How many jobs were begun, and how many results were handed over.
    begun: usize,
    taken: usize,
    /// Threads that are not done yet.
    working: usize,
    /// Results that wait for one before them.
    done: BTreeMap<usize, T>,
    /// Nobody wants further results.
    over: bool,
}

struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Queue<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'q>(&self, state: MutexGuard<'q, State<T>>) -> MutexGuard<'q, State<T>> {
        let state = self.changed.wait(state);
        state.unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of the next job, once it is not too far ahead.
    fn begin(&self, jobs: usize, stop: &AtomicBool) -> Option<usize> {
        let mut state = self.lock();
        while !state.over && state.begun >= state.taken + AHEAD {
            state = self.wait(state);
        }
        if state.over || state.begun == jobs || stop.load(Ordering::Relaxed) {
            return None;
        }
        state.begun += 1;
        Some(state.begun - 1)
    }

    fn finish(&self, number: usize, result: T) {
        self.lock().done.insert(number, result);
        self.changed.notify_all();
    }

    /// The next result in order; nothing when all threads are done.
    fn next(&self) -> Option<T> {
        let mut state = self.lock();
        loop {
            let number = state.taken;
            if let Some(result) = state.done.remove(&number) {
                state.taken += 1;
                self.changed.notify_all();
                return Some(result);
            }
            if state.working == 0 || state.over {
                return None;
            }
            state = self.wait(state);
        }
    }
}

/// Tells the others that a thread is done, be it by a panic.
struct Leaving<'q, T>(&'q Queue<T>);

impl<T> Drop for Leaving<'_, T> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.working -= 1;
        // The result of its job never comes: nobody may wait for it.
        state.over |= std::thread::panicking();
        drop(state);
        self.0.changed.notify_all();
    }
}

/// Tells the threads that nobody waits for them any more.
struct Ending<'q, T>(&'q Queue<T>);

impl<T> Drop for Ending<'_, T> {
    fn drop(&mut self) {
        self.0.lock().over = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_one_slow_job_holds_back_only_so_many() {
        let jobs: Vec<usize> = (0..400).collect();
        let (furthest, never) = (AtomicUsize::new(0), AtomicBool::new(false));
        let mut taken = Vec::new();
        let work = |&job: &usize| {
            if job == 3 {
                std::thread::sleep(Duration::from_millis(80));
                assert!(furthest.load(Ordering::SeqCst) <= 3 + AHEAD);
            }
            furthest.fetch_max(job, Ordering::SeqCst);
            job
        };
        in_order(&jobs, 4, &never, work, |job| -> Result<(), ()> {
            taken.push(job);
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, jobs);
    }

    #[test]
    fn a_run_that_is_stopped_hands_over_what_was_begun() {
        let jobs: Vec<usize> = (0..400).collect();
        for threads in [1, 3] {
            let stop = AtomicBool::new(false);
            let mut taken = Vec::new();
            in_order(
                &jobs,
                threads,
                &stop,
                |&job| job,
                |job| -> Result<(), ()> {
                    taken.push(job);
                    stop.store(job == 20 || stop.load(Ordering::SeqCst), Ordering::SeqCst);
                    Ok(())
                },
            )
            .unwrap();
            assert!((21..=21 + AHEAD).contains(&taken.len()), "{}", taken.len());
            assert_eq!(taken, jobs[..taken.len()]);
        }
    }

    #[test]
    #[should_panic(expected = "panicked")]
    fn a_panic_ends_it_and_nobody_waits() {
        let jobs: Vec<usize> = (0..400).collect();
        let never = AtomicBool::new(false);
        let work = |&job: &usize| assert_ne!(job, 7);
        let _ = in_order(&jobs, 2, &never, work, |()| -> Result<(), ()> { Ok(()) });
    }

    #[test]
    fn an_error_ends_it() {
        let jobs: Vec<usize> = (0..400).collect();
        let never = AtomicBool::new(false);
        let refuse = |job: usize| if job == 7 { Err(job) } else { Ok(()) };
        assert_eq!(in_order(&jobs, 4, &never, |&job| job, refuse), Err(7));
    }
}
