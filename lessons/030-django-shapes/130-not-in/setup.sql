SET work_mem = '128kB';
