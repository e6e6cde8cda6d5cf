package com.streamdata;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class StreamData {
  public static void main(String[] arguments) {
    SpringApplication.run(StreamData.class, arguments);
  }
}
