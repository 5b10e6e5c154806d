"""Work on strangers' files where it can be stopped: with a measure of time and memory for each file.

What does the work is an executor: processes of this machine, or a Dask cluster.
"""

from generator.workers.cluster import ClusterPool
from generator.workers.measured import Measure, Overrun
from generator.workers.sharing import Workers

__all__ = ["ClusterPool", "Measure", "Overrun", "Workers"]
