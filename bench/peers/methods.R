# Times one method of R's packages on an input of the bench.
# usage: Rscript methods.R TOOL METHOD N FOLDER
# Prints "ready" when packages and data are in memory, then
# method,tool,n,median_s,cpu_s,runs,peak_mb,facts (see bench/engine/method.hpp).
arguments <- commandArgs(TRUE)
tool <- arguments[1]
method <- arguments[2]
n <- as.integer(arguments[3])
folder <- arguments[4]

load_package <- function(...) for (name in c(...)) suppressMessages(library(name, character.only = TRUE))
input <- function(kind, size = n) read.csv(file.path(folder, sprintf("%s_%d.csv", kind, size)))
facts <- function(...) {
  values <- c(...)
  paste0(names(values), "=", sprintf("%.12g", values), ";", collapse = "")
}

town <- function() spatstat.geom::owin(c(0, 12000), c(0, 10000))
pattern <- function() {
  load_package("spatstat.geom", "spatstat.explore")
  events <- input("points")
  suppressWarnings(ppp(events$x, events$y, window = town(), check = FALSE))
}
of_image <- function(image) {
  values <- as.matrix(image)
  facts(integral = sum(values) * image$xstep * image$ystep, top = max(values))
}
of_k <- function(column) facts(k100 = column[11], k500 = column[51], k1000 = column[101])
radii <- seq(0, 1000, by = 10)

ripley <- function(correction, column) function() {
  points <- pattern()
  function() of_k(Kest(points, r = radii, correction = correction, nlarge = Inf)[[column]])
}

spatstat <- list(
  "KDE-fixed" = function() {
    points <- pattern()
    function() of_image(density(points, sigma = 250, dimyx = 512, edge = TRUE))
  },
  "KDE-adaptive" = function() {
    points <- pattern()
    function() of_image(adaptive.density(points, method = "kernel", bw = bw.abram(points, h0 = 250), dimyx = 128))
  },
  "Nearest-neighbour" = function() {
    points <- pattern()
    function() facts(index = unname(clarkevans(points, correction = "none")))
  },
  "K-none" = ripley("none", "un"),
  "K-border" = ripley("border", "border"),
  "K-translate" = ripley("translate", "trans"),
  "K-isotropic" = ripley("isotropic", "iso"),
  "Cross-K" = function() {
    points <- pattern()
    marks(points) <- factor(input("points")$cat < 2)
    function() of_k(Kcross(points, "TRUE", "FALSE", r = radii, correction = "none")$un)
  },
  "K-envelope" = function() {
    points <- pattern()
    function() of_k(envelope(points, Kest, nsim = 99, correction = "isotropic", r = radii, verbose = FALSE)$obs)
  }
)

sparr <- list(
  "KDE-adaptive" = function() {
    points <- pattern()
    load_package("sparr")
    function() {
      found <- suppressMessages(bivariate.density(points, h0 = 250, adapt = TRUE, resolution = 128, verbose = FALSE))
      image <- found$z * npoints(points)
      of_image(image)
    }
  }
)

dbscan_package <- list(
  "DBSCAN" = function() {
    load_package("dbscan")
    events <- input("points")
    places <- cbind(events$x, events$y)
    function() {
      found <- dbscan::dbscan(places, eps = 50, minPts = 20)$cluster
      facts(clusters = max(found), noise = sum(found == 0))
    }
  },
  "HDBSCAN" = function() {
    load_package("dbscan")
    events <- input("points")
    places <- cbind(events$x, events$y)
    function() {
      found <- dbscan::hdbscan(places, minPts = 25)$cluster
      facts(clusters = max(found), noise = sum(found == 0))
    }
  }
)

lattice <- function() {
  load_package("spdep")
  counts <- input("cells")$count
  side <- as.integer(sqrt(length(counts)))
  # cell2nb takes minutes on large lattices: the same neighbours by arithmetic, the clock has not started.
  cell <- matrix(seq_along(counts), side, side)
  padded <- rbind(NA, cbind(NA, cell, NA), NA)
  moves <- expand.grid(-1:1, -1:1)[-5, ]
  around <- apply(moves, 1, function(m) padded[(2:(side + 1)) + m[1], (2:(side + 1)) + m[2]])
  nb <- lapply(seq_along(counts), function(i) sort(around[i, ]))
  class(nb) <- "nb"
  attr(nb, "region.id") <- as.character(seq_along(counts))
  list(counts = as.numeric(counts), nb = nb, side = side)
}
# No z where the variance is 0.
of_z <- function(z) facts(largest_z = max(z, na.rm = TRUE), sum_abs_z = sum(abs(z), na.rm = TRUE))
share_below <- function(p) facts(share_p05 = mean(p <= 0.05, na.rm = TRUE))
spdep <- list(
  "GiStar" = function() {
    on <- lattice()
    weights <- nb2listw(include.self(on$nb), style = "B")
    function() of_z(as.numeric(localG(on$counts, weights)))
  },
  "LISA" = function() {
    on <- lattice()
    weights <- nb2listw(on$nb, style = "W")
    function() of_z(localmoran(on$counts, weights)[, "Z.Ii"])
  },
  "GiStar-999" = function() {
    on <- lattice()
    weights <- nb2listw(include.self(on$nb), style = "B")
    function() {
      found <- attr(localG_perm(on$counts, weights, nsim = 999, iseed = 1), "internals")
      share_below(found[, "Pr(z != E(Gi)) Sim"])
    }
  },
  "LISA-999" = function() {
    on <- lattice()
    weights <- nb2listw(on$nb, style = "W")
    function() {
      found <- localmoran_perm(on$counts, weights, nsim = 999, iseed = 1)
      share_below(found[, "Pr(z != E(Ii)) Sim"])
    }
  },
  "Queen-neighbours" = function() {
    load_package("spdep")
    side <- as.integer(sqrt(n))
    function() facts(links = sum(card(cell2nb(side, side, type = "queen"))))
  }
)

surveillance <- list(
  "Knox" = function() {
    load_package("surveillance")
    events <- input("points")
    function() {
      invisible(capture.output(
        found <- knox(dt = dist(events$t / 1440), ds = dist(cbind(events$x, events$y)),
                      eps.t = 14, eps.s = 200, B = 999)
      ))
      facts(close = found$table[1, 1])
    }
  },
  "Cluster-watch" = function() {
    load_package("surveillance")
    events <- input("points")
    events <- events[order(events$t), ]
    function() {
      found <- stcd(events$x, events$y, events$t / 1440, radius = 500, epsilon = 0.2, areaA = 1, areaAcapBk = 1,
                    threshold = 30)
      facts(alarm = found$idxFA, centre = found$idxCC)
    }
  },
  "Farrington-flexible" = function() {
    load_package("surveillance")
    counts <- input("weeks", 520)$count
    weeks <- sts(observed = counts, start = c(2010, 1), frequency = 52, epoch = seq_along(counts))
    judged <- (length(counts) - n + 1):length(counts)
    control <- list(range = judged, b = 4, w = 3, alpha = 0.025, trend = TRUE, noPeriods = 10,
                    pastWeeksNotIncluded = 26, thresholdMethod = "nbPlugin", glmWarnings = FALSE)
    function() {
      found <- suppressWarnings(farringtonFlexible(weeks, control))
      facts(upper = sum(upperbound(found)), expected = sum(found@control$expected))
    }
  },
  "EARS-C2" = function() {
    load_package("surveillance")
    counts <- input("weeks", 520)$count[1:(n + 9)]
    weeks <- sts(observed = counts, start = c(2010, 1), frequency = 52)
    control <- list(range = 10:length(counts), method = "C2", alpha = 0.001)
    function() {
      found <- earsC(weeks, control)
      facts(weeks = nrow(found), upper = sum(upperbound(found)))
    }
  }
)

# The algorithm of the NearRepeat package, which Debian does not have, in R alone.
base_r <- list(
  "Knox-bands" = function() {
    events <- input("points")
    days <- events$t / 1440
    function() {
      space <- cut(dist(cbind(events$x, events$y), method = "manhattan"), c(0, .1, 200, 400, 600), right = FALSE)
      count <- function(d) table(space, cut(dist(d), c(0, 7, 14, 21), right = FALSE))
      observed <- count(days)
      at_least <- observed * 0
      for (replicate in 1:999) at_least <- at_least + (count(sample(days)) >= observed)
      facts(pairs = sum(observed), near = observed[2, 1])
    }
  }
)

tools <- list(spatstat = spatstat, sparr = sparr, "R dbscan" = dbscan_package, spdep = spdep,
              surveillance = surveillance, "base R" = base_r)
body <- tools[[tool]][[method]]()
cat("ready\n")
seconds <- processor <- numeric(0)
invisible(gc())
repeat {
  clock <- system.time(found <- body())
  seconds <- c(seconds, clock[["elapsed"]])
  processor <- c(processor, clock[["user.self"]] + clock[["sys.self"]])
  spent <- sum(seconds)
  if (length(seconds) >= 201 || !(spent < 0.5 || (length(seconds) < 3 && spent < 2))) break
}
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
cat(sprintf("%s,%s,%d,%.9f,%.9f,%d,%.1f,%s\n", method, tool, n, median(seconds), median(processor),
            length(seconds), peak, found))
