//! Which state each row is in, by traces written by hand.

use crate::hand::{model, picture, same, sums, ASYNC, BLOCKS, SYNC};

#[test]
fn plain_code_blocks_in_its_calls_and_the_caller_is_dotted() {
    let model = model(SYNC);
    same(
        &picture(&model),
        "main | calling 0-3000@9 | calling 3000-6000@9 | done 6000
         greet 1 | BLOCKING 0-3000@5 | done 3000
         greet 2 | BLOCKING 3000-6000@5 | done 6000",
    );
    same(&sums(&model), "took 6000 cpu 0 waited 6000 starved 0 stall 3000 by greet 1 from 0");
}

#[test]
fn tasks_that_await_wait_and_their_loop_is_not_a_row() {
    let model = model(ASYNC);
    same(
        &picture(&model),
        "main | waiting 0-3000@9 | done 3000
         greet 1 | waiting 0-3000@5 | done 3000
         greet 2 | waiting 0-3000@5 | done 3000",
    );
    same(&sums(&model), "took 3000 cpu 0 waited 3000 starved 0 stall none");
}

#[test]
fn a_coroutine_that_sleeps_in_its_thread_blocks_and_the_ticker_starves() {
    let model = model(BLOCKS);
    same(
        &picture(&model),
        "greet | waiting 0-800@5 | BLOCKING 800-3800@7 | done 3800
         ticker | waiting 0-500@13 | waiting 500-1000@13 | ready 1000-3800@13 | done 3800",
    );
    same(&sums(&model), "took 3800 cpu 0 waited 3800 starved 2800 stall 3000 by greet from 800");
}

#[test]
fn a_row_starves_from_its_due_moment_though_its_loop_learns_of_it_late() {
    // As CPython's loop, which looks at its timers when it comes back from a step.
    let late = BLOCKS.replace("1000 wake 3 timer\n", "").replace("3800 run 3", "3800 wake 3 timer\n 3800 run 3");
    let model = model(&late);
    same(
        &picture(&model),
        "greet | waiting 0-800@5 | BLOCKING 800-3800@7 | done 3800
         ticker | waiting 0-500@13 | waiting 500-1000@13 | ready 1000-3800@13 | done 3800",
    );
    same(&sums(&model), "took 3800 cpu 0 waited 3800 starved 2800 stall 3000 by greet from 800");
}

#[test]
fn a_step_that_computes_runs_and_starves_the_others() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1
         0 spawn 2 task hog in 1 by 1
         0 spawn 3 task ticker in 1 by 1
         0 run 2 :5
         2500 suspend 2 yield :7
         2500 run 3 :11
         2501 end 3 done
         2501 run 2 :7
         4000 end 2 done
         4000 end 1 done
         4000 halt 0",
    );
    same(
        &picture(&model),
        "hog | running 0-2500@5 | ready 2500-2501@7 | running 2501-4000@7 | done 4000
         ticker | ready 0-2500 | running 2500-2501@11 | done 2501",
    );
    same(&sums(&model), "took 4000 cpu 4000 waited 0 starved 2501 stall 2500 by hog from 0");
}

#[test]
fn failed_and_cancelled_rows_say_so() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1
         0 spawn 2 task bad in 1 by 1
         0 spawn 3 task slow in 1 by 1
         0 run 2 :3
         100 end 2 failed ValueError
         100 run 3 :6
         100 suspend 3 timer 9000 :7
         100 suspend 1 idle 9000
         200 wake 1 timer
         200 run 1
         200 wake 3 cancel 2
         200 run 3 :7
         250 suspend 3 timer 300 :9
         250 suspend 1 idle 300
         300 wake 1 timer
         300 run 1
         300 wake 3 timer
         300 run 3 :9
         300 end 3 cancelled
         300 end 1 failed ValueError
         300 halt 1",
    );
    same(
        &picture(&model),
        "bad | running 0-100@3 | failed 100 ValueError
         slow | ready 0-100 | waiting 100-200@7 | running 200-250@7 | waiting 250-300@9 | cancelled 300",
    );
    assert_eq!(model.rows()[2].cancel_asked, Some(crate::hand::ms("200")));
    assert!(model.wakeups()[0].cancel);
}

#[test]
fn a_row_that_survives_its_cancellation_is_not_marked() {
    let model = model(
        "0 spawn 1 thread main
         0 spawn 2 task t in 1
         0 run 1
         0 run 2
         0 suspend 2 future Event.wait
         5 wake 2 cancel 1
         5 run 2
         9 end 2 done",
    );
    assert_eq!(model.rows()[1].cancel_asked, None);
}

#[test]
fn a_thread_beside_others_waits_in_a_call_and_is_ready_without_the_gil() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1 :8
         0 spawn 2 thread worker by 1 :8
         0 suspend 1 block Thread.join :9
         0 run 2 :3
         40 suspend 2 gil :4
         50 run 2 :4
         50 suspend 2 sleep 90 :5
         90 wake 2 timer
         90 run 2 :5
         90 end 2 done
         90 wake 1 row 2
         90 run 1 :9
         90 suspend 1 sleep 100 :10
         100 run 1 :10
         100 end 1 done
         100 halt 0",
    );
    same(
        &picture(&model),
        "main | waiting 0-90@9 | BLOCKING 90-100@10 | done 100
         worker | running 0-40@3 | ready 40-50@4 | waiting 50-90@5 | done 90",
    );
}

#[test]
fn a_thread_with_a_loop_is_shown_if_it_does_more_than_that() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1 :1
         0 suspend 1 sleep 1000 :2
         1000 run 1 :2
         1000 spawn 2 task t in 1 by 1
         1000 run 2 :5
         1000 suspend 2 timer 2000 :6
         1000 suspend 1 idle 2000 :9
         2000 run 1
         2000 run 2 :6
         2000 end 2 done
         2000 end 1 done",
    );
    same(
        &picture(&model),
        "main | BLOCKING 0-1000@2 | waiting 1000-2000@9 | done 2000
         t | waiting 1000-2000@6 | done 2000",
    );
}

#[test]
fn a_thread_that_the_library_has_started_for_itself_is_not_shown() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1 :1
         0 spawn 2 thread pool_0 by 1 :2
         0 spawn 3 thread closes by 1
         0 suspend 1 block Thread.join :3
         0 run 2 :5
         90 end 2 done
         90 run 3
         90 suspend 3 block Thread.join
         91 run 3
         91 end 3 done
         91 wake 1 row 3
         91 run 1 :3
         92 end 1 done
         92 halt 0",
    );
    same(
        &picture(&model),
        "main | waiting 0-91@3 | running 91-92@3 | done 92
         pool_0 | running 0-90@5 | done 90",
    );
}

#[test]
fn a_trace_cut_anywhere_gives_the_same_model() {
    for text in [SYNC, ASYNC, BLOCKS] {
        let trace = crate::hand::trace(text);
        let whole = timeline::Model::of(&trace.records, &trace.strings);
        for cut in 0..trace.records.len() {
            let mut parts = timeline::Model::default();
            parts.append(&trace.records[..cut], &trace.strings);
            parts.append(&trace.records[cut..], &trace.strings);
            assert_eq!(picture(&parts), picture(&whole), "cut after {cut}");
            assert_eq!(sums(&parts), sums(&whole), "cut after {cut}");
        }
    }
}

#[test]
fn what_goes_on_lasts_until_the_programs_clock() {
    let mut model = model(
        "0 spawn 1 thread main
         0 run 1 :1
         5 print 1 out a",
    );
    model.reach(crate::hand::ms("70"));
    model.reach(crate::hand::ms("60"));
    same(&picture(&model), "main | running 0-70@1");
    same(&sums(&model), "took 70 cpu 70 waited 0 starved 0 stall none");
}
