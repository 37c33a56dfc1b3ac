/// Runs searches and analyses on one pool of threads and reports to one consumer. It knows neither
/// git nor the terminal. Read `Scheduler` first.
package gitoverit.schedule;
