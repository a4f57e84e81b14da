# The same as benchmarks/screening.cpp in R, for the classes that it wrote: how long the screen of a class and the comparison
# of a pupil take. R's own rank, sort and p.adjust; nothing of it is compiled by us.
arguments <- commandArgs(TRUE)
pupils <- 30; measures <- 3; of_reference <- 34
scores <- readBin(arguments[1], "double", file.info(arguments[1])$size / 8)
classes <- array(scores, c(pupils, measures, length(scores) / (pupils * measures)))

centred <- function(class) -(class - rep(colMeans(class), each = pupils)) * sqrt(pupils / (pupils - 1))

reference_of <- function(which) {
  d <- do.call(rbind, lapply(which, function(i) centred(classes[, , i])))
  deviations <- sqrt(colMeans(d^2))
  own <- sweep(d, 2, deviations, "/")
  sums <- rowSums(own)
  of_sum <- sqrt(mean(sums^2))
  list(deviations = deviations, of_sum = of_sum, indices = sort(pmax(-sums / of_sum, -do.call(pmin, as.data.frame(own)))))
}

screen <- function(class, reference) {
  own <- centred(class) / rep(reference$deviations, each = pupils)
  index <- pmax(-rowSums(own) / reference$of_sum, -own[, 1], -own[, 2], -own[, 3])
  beyond <- length(reference$indices) - findInterval(index - 1e-9, reference$indices, left.open = TRUE)
  p <- (1 + beyond) / (1 + length(reference$indices))
  sum(p.adjust(p, "BH") <= 0.10 + 1e-12)
}

limit <- function(t, df, probability) {
  uniroot(function(ncp) pt(t, df, ncp) - probability, t + c(-1, 1) * (8 + abs(t)), extendInt = "yes", tol = 1e-9)$root
}

compare <- function(class) {
  p <- sapply(1:measures, function(k) {
    others <- class[-1, k]; n <- length(others)
    z <- (class[1, k] - mean(others)) / sd(others)
    limits <- c(limit(z * sqrt(n), n - 1, 0.975), limit(z * sqrt(n), n - 1, 0.025)) / sqrt(n)
    pt(z / sqrt((n + 1) / n), n - 1, lower.tail = FALSE)
  })
  any(p.adjust(p, "holm") <= 0.05)
}

count <- dim(classes)[3] - of_reference
reference <- reference_of(count + seq_len(of_reference))
seconds <- system.time(flagged <- sum(vapply(seq_len(count), function(i) screen(classes[, , i], reference), 0)))[["elapsed"]]
cat(sprintf("screen seconds a class\t%.9f\n", seconds / count))
cat(sprintf("flagged of the first classes\t%d\n", as.integer(flagged)))
some <- seq_len(min(count, 300))
seconds <- system.time(for (i in some) suppressWarnings(compare(classes[, , i])))[["elapsed"]]
cat(sprintf("crawford-howell microseconds\t%.3f\n", 1e6 * seconds / length(some)))
